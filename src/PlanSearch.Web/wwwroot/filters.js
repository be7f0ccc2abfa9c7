// Ticks of the filters apply at once; without script the button applies them.
(function (site) {
  'use strict';

  var form = document.querySelector('.filters form');
  if (!form) {
    return;
  }

  var key = 'plansearch-tick';
  site.all('.filters [type="submit"]').forEach(function (button) { button.hidden = true; });

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
