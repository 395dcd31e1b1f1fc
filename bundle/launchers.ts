/**
 * How the program is started from a bundle. Nothing in them knows where the bundle lies; the folder of whoever calls stays
 * the current one; every path stands in quotes. They are ASCII, whatever the console's code page is.
 */
const LINUX_HEAD = `#!/bin/sh
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=\${self%/*}/$link ;;
  esac
done
case $self in
  */*) here=\${self%/*} ;;
  *) here=. ;;
esac
`;

export const LINUX_LAUNCHER = `${LINUX_HEAD}exec "$here/node/node" "$here/app/dist/cli/main.js" "$@"
`;

/** A terminal in the person's own folder for ketluan, with the help. */
export const LINUX_OPENER = `${LINUX_HEAD}here=$(CDPATH= cd -- "$here" && pwd)
PATH=$here:$PATH
export PATH
mkdir -p "$HOME/ketluan" && cd "$HOME/ketluan" || exit 1
"$here/ketluan" --help
exec "\${SHELL:-/bin/sh}"
`;

const crlf = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

export const WINDOWS_LAUNCHER = crlf([
  '@echo off',
  'setlocal DisableDelayedExpansion',
  '"%~dp0node\\node.exe" "%~dp0app\\dist\\cli\\main.js" %*',
  'exit /b %ERRORLEVEL%',
]);

/**
 * A console in the person's own folder for ketluan: not in Documents, which many machines copy to a cloud, nor in the
 * bundle, which the next version replaces.
 */
export const WINDOWS_OPENER = crlf([
  '@echo off',
  'setlocal DisableDelayedExpansion',
  'title ketluan',
  'chcp 65001 >nul',
  'set "PATH=%~dp0;%PATH%"',
  'if not exist "%USERPROFILE%\\ketluan\\" mkdir "%USERPROFILE%\\ketluan"',
  'cd /d "%USERPROFILE%\\ketluan"',
  'call "%~dp0ketluan.cmd" --help',
  'cmd /k',
]);
