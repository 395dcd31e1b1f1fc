import { setFlagsFromString } from 'node:v8';

/*
 * How the program's processes compile their code; imported first by each entry, since loading the word lists is work as well.
 * A batch runs thousands of functions and hundreds of patterns, each a little: what V8 does to make few of them fast costs more
 * than it gives. A flag that a later V8 does not know changes nothing.
 */
const FLAGS = [
  // How much a function must have run, in bytes of its code, before it is optimised: nine times what is usual. What is hot, as
  // the decoder, still is.
  '--interrupt-budget=600000',
  // Functions are compiled as they stand at once, not after they were interpreted for a while.
  '--always-sparkplug',
  // A pattern is compiled to machine code once, not to be interpreted at its first use and then compiled at its second.
  '--no-regexp-tier-up',
];

for (const flag of FLAGS) setFlagsFromString(flag);
