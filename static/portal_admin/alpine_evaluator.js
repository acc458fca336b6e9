// Gives Alpine an evaluator that interprets attributes instead of making code of them, before it looks at the page:
// docs/adr/admin-without-eval.md.
"use strict";

{
  const trees = new Map();

  document.addEventListener("alpine:init", () => {
    for (const component of [window.theme, window.searchForm, window.searchDropdown, window.searchCommand]) {
      if (component) Alpine.data(component.name, component);
    }
    Alpine.setEvaluator(evaluatorFor);
  });

  /** Alpine's contract: for an element and an expression, a function that hands the value to its receiver. */
  function evaluatorFor(element, expression) {
    const stack = [magicsOf(element), ...Alpine.closestDataStack(element)];
    const compute = typeof expression === "function" ? expression : interpretedFor(element, expression);
    return (receive = () => {}, { scope = {}, params = [] } = {}) => {
      const names = Alpine.mergeProxies([scope, ...stack]);
      try {
        settle(compute.apply(names, params), names, params, receive);
      } catch (error) {
        report(error, element, expression);
      }
    };
  }

  function interpretedFor(element, expression) {
    const isStyle = element.getAttribute("x-bind:style") === expression;
    return function () {
      const value = portalExpressions.run(treeOf(expression), this, offered());
      return isStyle && typeof value === "string" ? declarations(value) : value;
    };
  }

  function treeOf(expression) {
    if (!trees.has(expression)) trees.set(expression, portalExpressions.parse(expression));
    return trees.get(expression);
  }

  /** A function is called with the event's parameters, a promise waited for: as Alpine's own evaluator does. */
  function settle(value, names, params, receive) {
    if (typeof value === "function") settle(value.apply(names, params), names, params, receive);
    else if (value instanceof Promise) value.then(receive, rethrow);
    else receive(value);
  }

  /** What differs from element to element; the other magics ($refs, $watch …) stand on the component's scope. */
  function magicsOf(element) {
    return {
      $el: element,
      $dispatch: (name, detail = {}) =>
        element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true })),
    };
  }

  /** The page's names that the theme's attributes use. */
  function offered() {
    return { getCurrentTab, moveRecords, sortRecords, localStorage, window: { location } };
  }

  // The policy admits no style attribute, but properties set one by one.
  function declarations(text) {
    const pairs = text.split(";").filter((part) => part.includes(":"));
    return Object.fromEntries(pairs.map((part) => part.split(/:(.*)/s, 2).map((word) => word.trim())));
  }

  function report(error, element, expression) {
    console.warn(`${error.message} In: ${expression}`, element);
    rethrow(error);
  }

  function rethrow(error) {
    setTimeout(() => {
      throw error;
    });
  }
}
