/** Style of the reference page, on the variables that every brand publishes. */
export const referenceStyles = `
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding-top:16px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--text);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Apple SD Gothic Neo","Malgun Gothic",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
a{color:var(--link)}a:hover{color:var(--link-hover)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
code,pre{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.frame{display:grid;grid-template-columns:240px minmax(0,1fr);max-width:1200px;margin:0 auto}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:24px 16px 24px 24px;font-size:13px;scrollbar-width:thin}
nav p{margin:16px 0 4px;font-weight:600}nav ul{margin:0;padding:0;list-style:none}
nav a{display:block;padding:3px 8px;border-radius:6px;color:var(--muted);text-decoration:none}
nav a:hover{background:var(--surface-hover);color:var(--text)}
main{min-width:0;padding:32px 24px 96px;border-left:1px solid var(--line)}
.brand{display:flex;align-items:center;gap:10px;min-width:0;font-weight:600}
.brand img{height:24px;max-width:112px;object-fit:contain}
.brand span{display:grid;place-items:center;flex:none;width:24px;height:24px;border-radius:6px;background:var(--primary);color:var(--primary-foreground);font-size:12px}
h1{margin:0 0 4px;font-size:28px;line-height:36px;letter-spacing:-.015em;text-wrap:balance}
h2{margin:40px 0 8px;font-size:20px;line-height:28px;letter-spacing:-.01em}
h3{margin:20px 0 6px;font-size:13px}
.lead{margin:0;color:var(--muted);font-size:16px;line-height:24px;max-width:68ch}
.prose{max-width:68ch}.prose p{margin:8px 0}
pre{margin:8px 0;padding:12px 14px;overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--surface-sunken);white-space:pre}
.operation{border:1px solid var(--line);border-radius:8px;background:var(--surface-raised)}
.operation+.operation{margin-top:8px}
.operation:target{border-color:var(--mark)}
summary{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;padding:9px 12px;border-radius:8px;list-style:none}
summary::-webkit-details-marker{display:none}
summary:hover{background:var(--surface-hover)}
summary span{color:var(--muted);flex:1 1 220px;min-width:0}
.body{padding:4px 14px 14px;border-top:1px solid var(--line)}
.method{display:inline-block;min-width:52px;padding:1px 6px;border-radius:4px;background:var(--surface-active);color:var(--muted);font-size:11px;line-height:18px;text-align:center;letter-spacing:.02em}
.get{background:var(--info-soft);color:var(--info-text)}
.post,.put,.patch{background:var(--success-soft);color:var(--success-text)}
.delete{background:var(--danger-soft);color:var(--danger-text)}
.access{margin:10px 0 0;color:var(--muted);font-size:13px}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13px;table-layout:fixed}
th:first-child{width:30%}th:nth-child(2){width:28%}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--muted);font-weight:500;font-size:12px}
td i{color:var(--subtle);font-style:normal;font-size:12px}
.depth1{padding-left:18px}.depth2{padding-left:36px}.depth3{padding-left:54px}
.error summary span{color:var(--text)}.error pre{margin:0 12px 12px}.error+.error{margin-top:4px}.error .method{min-width:40px}
.refusals{margin:0;display:flex;gap:10px;flex-wrap:wrap;font-variant-numeric:tabular-nums}
@media(max-width:800px){.frame{display:block}nav{position:static;max-height:none;padding:16px;border-bottom:1px solid var(--line)}nav .places{display:none}main{padding:24px 16px 64px;border:0}}
@media print{nav{display:none}.frame{display:block}}
`;
