/** How the page looks, in the light or the dark that its reader has chosen. `:where` keeps layers weaker than what is chosen (`mark.on`). */
export const STYLE = `:root{color-scheme:light dark;--source:light-dark(#1f66ab,#7db8f0);--cue:light-dark(#a0430f,#f2a172);--event:light-dark(#7a3fa0,#c79be8);--content:#e9b94933;--on:#e9b949aa;--who:#3fa07a55}
body{margin:0;font:16px/1.6 Georgia,serif}main{display:grid;grid-template-columns:minmax(0,1fr) 26rem;height:100vh}
article{overflow:auto;padding:1rem 2rem;max-width:46rem;justify-self:center}.text{white-space:pre-wrap;overflow-wrap:anywhere}
aside{overflow:auto;border-left:1px solid #8884;padding:0 1rem 1rem;font:14px/1.45 system-ui,sans-serif}ol,ul{padding-left:1.6rem}
aside p{margin:.3rem .4rem 0}aside li{margin-bottom:.4rem}h2{display:inline;font-size:1rem}summary{cursor:pointer;margin:.8rem 0}
.bar{position:sticky;top:0;background:Canvas;padding:.6rem 0}.people,.people ul,.facts{list-style:none;padding-left:.4rem}
button{all:unset;cursor:pointer;display:block;padding:.2rem .4rem;border-radius:4px;overflow-wrap:anywhere}
button:focus-visible,summary:focus-visible{outline:2px solid var(--source)}button.name{display:inline;font-weight:bold;padding:0 .1rem}
button[data-layer]{display:inline;border:1px solid #8888}button span,button small{display:block}small{opacity:.75}
button[data-fact][aria-pressed=true]{background:var(--content)}button[data-who][aria-pressed=true],button[data-layer][aria-pressed=true]{background:var(--who)}
mark{background:none;color:inherit}
:where(.statements) mark.content{background:var(--content)}:where(.statements) mark.source{border-bottom:2px solid var(--source)}:where(.statements) mark.cue{color:var(--cue)}
:where(.events) mark.event{box-shadow:inset 0 -2px var(--event)}
.names mark.mention{text-decoration:underline dotted var(--source);text-underline-offset:.2em;cursor:pointer}
mark.on{background:var(--on)}mark.named{background:var(--who);outline:1px solid var(--source)}
@media(max-width:50rem){main{display:block;height:auto}aside{border:0;border-top:1px solid #8884}}`

/**
 * One choice at a time, a fact or an entity, shown by `on` and `named` on its words and by aria-pressed on its buttons; what the
 * pointer rests on is shown instead while it rests there. Escape takes the choice back.
 * A click on marked words chooses the innermost fact among the layers that are shown; names, where shown, come first.
 */
export const SCRIPT = `const all=s=>[...document.querySelectorAll(s)],told=document.getElementById('told'),shows=layer=>document.body.classList.contains(layer);
const index=key=>{const found=new Map;for(const m of all('mark'))for(const id of (m.dataset[key]||'').split(' ')){
if(!found.has(id))found.set(id,[]);found.get(id).push(m)}found.delete('');return found};
const facts=index('facts'),details=index('details'),whom=index('whom'),marks=id=>[facts,details,whom].flatMap(found=>found.get(id)||[]);
let chosen='',shown='';
function paint(id){if(id===shown)return;for(const m of marks(shown))m.classList.remove('on','named');
for(const m of marks(id))m.classList.add(facts.has(id)?'on':'named');shown=id}
function choose(id,move){chosen=id===chosen&&move?'':id;paint(chosen);
for(const b of all('button[data-fact],button[data-who]'))b.setAttribute('aria-pressed',String((b.dataset.fact||b.dataset.who)===chosen));
const first=marks(chosen)[0];told.textContent=first?'Shown from: “'+first.textContent.trim().slice(0,40)+'”':'';
if(move&&first)first.scrollIntoView({block:'center'})}
const last=(m,key)=>(m.dataset[key]||'').split(' ').filter(id=>key==='whom'||shows(id[0]==='s'?'statements':'events')).at(-1);
const isNamed=m=>shows('names')&&m.dataset.whom;
for(const b of all('button[data-fact],button[data-who]'))b.addEventListener('click',()=>choose(b.dataset.fact||b.dataset.who,true));
for(const b of all('button[data-who]')){b.addEventListener('mouseenter',()=>paint(b.dataset.who));b.addEventListener('mouseleave',()=>paint(chosen))}
for(const m of all('mark')){m.addEventListener('mouseenter',()=>isNamed(m)&&paint(last(m,'whom')));m.addEventListener('mouseleave',()=>paint(chosen));
m.addEventListener('click',()=>{const id=isNamed(m)?last(m,'whom'):last(m,'facts');if(!id)return;choose(id,false);
const b=document.querySelector('[data-fact="'+id+'"],.people [data-who="'+id+'"]');if(b)b.scrollIntoView({block:'nearest'})})}
for(const b of all('[data-layer]'))b.addEventListener('click',()=>b.setAttribute('aria-pressed',String(document.body.classList.toggle(b.dataset.layer))));
addEventListener('keydown',e=>{if(e.key==='Escape')choose('',false)});`
