// Ticks of the filters apply at once; without script the button applies them.
(function (site) {
  'use strict';

  var form = document.querySelector('.filters form');
  if (!form) {
    return;
  }

  var key = 'plansearch-tick';
  site.all('.filters .head button').forEach(function (button) { button.hidden = true; });

  function kept() {
    try {
      var value = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return value;
    } catch (refused) {
      return null;
    }
  }

  form.addEventListener('change', function (event) {
    try {
      sessionStorage.setItem(key, event.target.name + '=' + event.target.value);
    } catch (refused) {
      // A browser that keeps nothing: the next page begins at its top.
    }

    form.submit();
  });

  // One click excludes a value; without script the whole list of its facet has these links.
  var ofThePage = ['cursor', 'open', 'hit', 'aside', 'absent', 'zero', 'lang', 'font', 'theme'];
  site.all('.filters label').forEach(function (label) {
    var box = label.querySelector('input');
    var link = site.make('a', site.words.exclude);
    var kept = [];
    if (label.nextElementSibling && label.nextElementSibling.className === 'exclude') {
      return;
    }

    new URLSearchParams(location.search).forEach(function (value, name) {
      if (ofThePage.indexOf(name) < 0 && !(name === box.name && value === box.value)) {
        kept.push([name, value]);
      }
    });
    kept.push([box.name, '-' + box.value]);
    link.className = 'exclude';
    link.href = location.pathname + '?' + new URLSearchParams(kept);
    link.setAttribute('aria-label', site.words.excludeLabel
      .replace('{0}', function () { return label.closest('fieldset').querySelector('legend').textContent; })
      .replace('{1}', function () { return box.nextSibling.textContent; }));
    label.parentNode.insertBefore(link, label.nextSibling);
  });

  // The list of a facet that stands here whole has nothing more to say.
  site.all('.facet button[name="open"]').forEach(function (button) {
    button.hidden = button.parentNode.querySelectorAll('li').length === Number(button.textContent.replace(/[^0-9]/g, ''));
  });

  // What comes back from the history shows its own search.
  window.addEventListener('pageshow', function () { form.reset(); });

  // The next page goes on where the last tick was.
  var last = kept();
  site.all('.filters input').forEach(function (box) {
    if (box.name + '=' + box.value === last) {
      box.focus({ preventScroll: true });
      var place = box.getBoundingClientRect();
      if (place.top < 0 || place.bottom > window.innerHeight) {
        box.scrollIntoView({ block: 'center' });
      }
    }
  });
})(window.planSearch);
