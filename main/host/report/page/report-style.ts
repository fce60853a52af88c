// The look of the report: the quiet greys and person colours of the application, on paper or on dark.

export const REPORT_STYLE = `
:root{--bg:#F7F8FA;--panel:#FFF;--line:#DEE2E8;--text:#16181D;--quiet:#5C6573;
--c0:#1B78CC;--c1:#B36B00;--c2:#B23A7C;--c3:#7A7300;--c4:#1B8A5A;--c5:#C9483C;--c6:#6A4FD0;--c7:#5C6573}
@media (prefers-color-scheme:dark){:root{--bg:#0E0F12;--panel:#16181D;--line:#353A44;--text:#E6E8EC;--quiet:#A9B0BB;
--c0:#5AB4FF;--c1:#FFB224;--c2:#E06AA6;--c3:#F6F08A;--c4:#3FCF8E;--c5:#FF6B5E;--c6:#A68BFF;--c7:#A9B0BB}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:400 15px/1.5 Inter,system-ui,sans-serif;font-feature-settings:"tnum"}
main{max-width:1120px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:26px;font-weight:600;margin:0 0 4px}h2{font-size:16px;font-weight:600;margin:40px 0 12px}
.quiet,small{color:var(--quiet)}small{display:block;font-weight:400;font-size:12px}
video,.sheet{width:100%;display:block;border-radius:6px;border:1px solid var(--line);background:#000}
video{margin-top:20px}
.people{display:flex;flex-wrap:wrap;gap:12px}
.person{display:flex;gap:12px;align-items:center;padding:10px 16px 10px 10px;background:var(--panel);border:1px solid var(--line);border-radius:6px}
.person svg{width:64px;height:64px;border-radius:50%;box-shadow:0 0 0 2px var(--panel),0 0 0 4px var(--c)}
.badge{display:inline-block;min-width:20px;padding:0 5px;height:20px;border-radius:3px;background:var(--c);color:var(--panel);font:600 12px/20px Inter,system-ui,sans-serif;text-align:center}
.p0{--c:var(--c0)}.p1{--c:var(--c1)}.p2{--c:var(--c2)}.p3{--c:var(--c3)}.p4{--c:var(--c4)}.p5{--c:var(--c5)}.p6{--c:var(--c6)}.p7{--c:var(--c7)}
.lanes{display:flex;gap:12px;padding:12px 16px;background:var(--panel);border:1px solid var(--line);border-radius:6px}
.lane-names{display:flex;flex-direction:column}.lane-names .badge{margin:8px 0;max-width:140px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.lane-time{flex:1;min-width:0;padding-right:20px}.lane-time svg{display:block;width:100%}
.talks{fill:var(--c)}.listens{fill:var(--c);opacity:.16}
.score{fill:none;stroke:var(--text);stroke-width:1;vector-effect:non-scaling-stroke;opacity:.55}
.mark{stroke:var(--line);vector-effect:non-scaling-stroke}
.marks{position:relative;height:18px;font-size:11px;color:var(--quiet)}.marks span{position:absolute;white-space:nowrap;transform:translateX(-50%)}
table{width:100%;border-collapse:collapse;background:var(--panel);border:1px solid var(--line);border-radius:6px}
th,td{padding:10px 16px;text-align:right;border-top:1px solid var(--line);vertical-align:top;font-weight:400}
thead td,thead th{border-top:0}tbody th{text-align:left;font-weight:500}
dl{display:grid;grid-template-columns:max-content 1fr;gap:6px 24px;margin:0}dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
footer{margin-top:48px;padding-top:16px;border-top:1px solid var(--line)}
`.trim();
