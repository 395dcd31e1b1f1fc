/** How every page that is read and printed looks: A4 landscape, heads repeated, rows not torn apart, colours of states. */
export const PAGE_STYLE = `body{font:13px/1.45 "Times New Roman",serif;margin:1.5cm}h1{font-size:18px}h2{font-size:15px;margin:1.2em 0 .3em;break-after:avoid}h2+p{break-after:avoid}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:3px 6px;vertical-align:top;text-align:left}th{background:#e8edf5}
thead{display:table-header-group}tr{break-inside:avoid}.late{background:#f8d0d0}.soon{background:#fff0c2}.hole{background:#fff7d6}
@page{size:A4 landscape;margin:1.2cm}@media print{body{margin:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;
