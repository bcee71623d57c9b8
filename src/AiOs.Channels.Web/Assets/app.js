// What the pages do without this: everything. This adds live cards, dropping files anywhere, and one tap per tap.
'use strict';
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const composer = $('.composer');
  const title = document.title.replace(/^\(\d+\) /, '');
  const say = text => { $('#live').textContent = text; };

  const tidy = () => {
    const waiting = $('#waiting');
    const count = waiting ? waiting.querySelectorAll('article').length : 0;
    document.title = (count ? `(${count}) ` : '') + title;
    if ($('article')) $('.welcome')?.remove();
  };

  // What was typed, opened and focused in the old card goes on in the new one.
  const carryOver = (old, fresh) => {
    for (const from of old.querySelectorAll('textarea, input[type=text]')) {
      const to = from.value && fresh.querySelector(`#${CSS.escape(from.id)}`);
      if (to) to.value = from.value;
    }
    for (const from of old.querySelectorAll('details[open][id]')) {
      const to = fresh.querySelector(`#${CSS.escape(from.id)}`);
      if (to) to.open = true;
    }
    const focused = document.activeElement;
    if (!old.contains(focused)) return () => {};
    const { id, selectionStart, selectionEnd } = focused;
    return () => {
      const to = (id && fresh.querySelector(`#${CSS.escape(id)}`)) || fresh;
      to.focus({ preventScroll: true });
      if (to.setSelectionRange) to.setSelectionRange(selectionStart, selectionEnd);
    };
  };

  const wouldLose = (old, fresh) => [...old.querySelectorAll('textarea')]
    .some(box => box.value.trim() && !fresh.querySelector(`#${CSS.escape(box.id)}`));

  const place = fresh => {
    const old = document.getElementById(fresh.id);
    if (old && Number(old.dataset.version) >= Number(fresh.dataset.version)) return;
    if (old && wouldLose(old, fresh)) {
      const forms = old.querySelector('.actions') || old;
      const note = old.querySelector('.overtaken') || forms.insertBefore(document.createElement('p'), forms.firstChild);
      note.className = 'overtaken notice trouble';
      note.textContent = `Meanwhile: ${fresh.dataset.status}. What you typed here is not sent; reload to see the card as it stands.`;
      old.querySelectorAll('button').forEach(button => { button.disabled = true; });
    } else {
      const refocus = old ? carryOver(old, fresh) : () => {};
      const home = document.getElementById(fresh.dataset.place) || old?.parentNode;
      if (old && old.parentNode === home) old.replaceWith(fresh);
      else if (home) { old?.remove(); home.insertBefore(fresh, $('article', home)); }
      refocus();
    }
    say(`${$('.card-title', fresh).textContent}: ${fresh.dataset.status}`);
    tidy();
  };

  const refresh = async address => {
    const reply = await fetch(address, { headers: { accept: 'text/html' } });
    if (!reply.ok) return;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    page.querySelectorAll('article[data-item]').forEach(fresh => place(document.adoptNode(fresh)));
    page.querySelectorAll('[data-live]').forEach(part => document.getElementById(part.id)?.replaceWith(document.adoptNode(part)));
  };

  // Not from the address: whoever lost a decision sees the work item under the address of the decision.
  const itemHere = $('.item article[data-item]')?.dataset.item;
  const here = itemHere ? `/items/${itemHere}` : location.pathname + location.search;
  const changed = new Set();
  let soon = 0;
  const look = () => {
    const ids = [...changed];
    changed.clear();
    soon = 0;
    for (const id of ids) {
      if (itemHere === id) refresh(`/items/${id}`);
      else if ($('#waiting') && !location.search.includes('before=')) refresh(`/items/${id}/card`);
    }
  };

  if (itemHere || $('#waiting')) {
    const events = new EventSource('/events');
    events.onmessage = ({ data }) => { changed.add(data); soon ||= setTimeout(look, 120); };
    // What happened before the line was up, or while it was down, was told to nobody.
    events.onopen = () => refresh(here);
    addEventListener('pagehide', () => events.close());
    addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
  }

  // One tap is one request. The server is told the same thing twice at no harm; this is for the eye.
  document.addEventListener('submit', ({ target, submitter }) => {
    if (!target.isConnected) return;
    setTimeout(() => {
      target.closest('.entry, form').querySelectorAll('button').forEach(button => { button.disabled = true; });
      submitter?.classList.add('busy');
    });
  });

  if (composer) {
    const files = $('input[type=file]', composer);
    const hand = list => {
      const most = Number(composer.dataset.mostBytes);
      const size = [...list].reduce((sum, file) => sum + file.size, 0);
      if (size > most) { say('Too large'); alert(`Together that is more than ${most / 1048576} MB.`); return; }
      files.files = list;
      composer.requestSubmit();
    };
    const carries = event => [...event.dataTransfer.types].includes('Files');
    $('.drop-hint').hidden = false;
    files.addEventListener('change', () => { if (files.files.length) hand(files.files); });
    addEventListener('dragover', event => { if (carries(event)) { event.preventDefault(); document.body.classList.add('dropping'); } });
    addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
    addEventListener('drop', event => {
      document.body.classList.remove('dropping');
      if (carries(event)) { event.preventDefault(); hand(event.dataTransfer.files); }
    });
    composer.addEventListener('keydown', event => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) composer.requestSubmit();
    });
  }
})();
