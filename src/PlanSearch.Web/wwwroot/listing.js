// Lists of mentions: all their citations on the clipboard, and the further mentions of 逐处 in the same table.
(function (site) {
  'use strict';

  var words = site.words;

  // The file of all citations, from the same host, ends with the 检索说明 that proves it whole.
  var file = document.querySelector('[data-citations]');
  if (file) {
    file.parentNode.appendChild(site.copier(words.copyAll, function () {
      return site.fetched(file.href).then(function (answer) { return answer.text(); });
    }));
  }

  var next = document.querySelector('.next[data-more]');
  var table = document.querySelector('.kwic');
  if (!next || !table) {
    return;
  }

  var rowsOfOneGo = 2000;
  var address = next.dataset.more;
  var shown = table.querySelectorAll('[data-block]').length;
  var isGrouped = table.classList.contains('grouped');
  var news = site.make('span');
  var more = site.button(words.more, go);
  news.className = 'hint';
  news.setAttribute('role', 'status');
  next.appendChild(more);
  next.appendChild(news);

  function cell(element, style, text) {
    var made = site.make(element, text);
    made.className = style;
    return made;
  }

  function anchorOf(mention) {
    return mention.permalink.split('#').pop().split('.')[0];
  }

  // The box the page itself would have: see PickBox.cs.
  function box(mention) {
    var made = document.createElement('input');
    made.type = 'checkbox';
    made.className = made.name = 'pick';
    made.setAttribute('form', 'picks');
    made.value = mention.plan + '#' + anchorOf(mention) + '.' + mention.offset + '.' + mention.hit.length;
    made.setAttribute('aria-label', words.pick.replace('{0}', mention.citation));
    return made;
  }

  // The row the page itself would have: see KwicTable.razor.
  function row(mention) {
    var made = document.createElement('tr');
    made.dataset.block = mention.plan + '#' + anchorOf(mention);
    made.dataset.offset = mention.offset - mention.left.length;
    var head = document.createElement('th');
    var heading = mention.place.boxLabel || mention.place.path[mention.place.path.length - 1];
    var left = cell('td', 'left');
    var word = cell('td', 'word');
    var mark = document.createElement('mark');
    var link = site.make('a', mention.hit);
    head.scope = 'row';
    head.title = link.title = mention.citation;
    link.href = next.dataset.plans + '/' + encodeURIComponent(mention.plan) + next.dataset.marked + '#' + anchorOf(mention) + '.' + mention.offset;
    head.className = 'kwic-place';
    head.appendChild(box(mention));
    if (!isGrouped) {
      head.appendChild(cell('span', 'plan', mention.planTitle));
    }

    head.appendChild(cell('span', 'place', mention.inPlan));
    if (heading) {
      head.appendChild(cell('span', 'under', heading));
    }

    if (mention.row) {
      head.appendChild(cell('span', 'under row', mention.row));
    }

    left.appendChild(site.make('span', mention.left));
    mark.appendChild(link);
    word.appendChild(mark);
    [head, left, word, cell('td', 'right', mention.right)].forEach(function (part) { made.appendChild(part); });
    return made;
  }

  // Under its plan: that of the row before, or a new one.
  function append(mention) {
    var body = table.tBodies[table.tBodies.length - 1];
    if (isGrouped && body.dataset.plan !== mention.plan) {
      body = table.createTBody();
      body.dataset.plan = mention.plan;
      var title = body.insertRow();
      var head = document.createElement('th');
      var link = site.make('a', mention.planTitle);
      title.className = 'of-plan';
      head.scope = 'rowgroup';
      head.colSpan = 4;
      link.href = next.dataset.plans + '/' + encodeURIComponent(mention.plan) + next.dataset.marked;
      head.appendChild(link);
      title.appendChild(head);
    }

    body.appendChild(row(mention));
  }

  // Page after page by the cursor, so that all of it is of one generation; each is shown as soon as it is there.
  function load(left) {
    return site.json(address).then(function (answer) {
      answer.mentions.forEach(append);
      document.dispatchEvent(new Event('picks-listed'));
      shown += answer.mentions.length;
      news.textContent = words.shown.replace('{0}', shown);
      if (!answer.next) {
        more.remove();
        return;
      }

      address = address.replace(/cursor=[^&]*/, 'cursor=' + encodeURIComponent(answer.next));
      if (left > answer.mentions.length) {
        return load(left - answer.mentions.length);
      }

      more.disabled = false;
    });
  }

  // The link to the next page would list again what stands here now.
  function go() {
    next.querySelector('a').hidden = true;
    more.disabled = true;
    load(rowsOfOneGo).catch(function () {
      more.disabled = false;
      news.textContent = words.moreFailed;
    });
  }
})(window.planSearch);
