package io.strongroom.testrealm.harness;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A user without a mouse: moves from control to control by the tab key and presses the focused one. */
public final class Keyboard {
    /** More than any page has. */
    private static final int MOST_TABS = 250;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
        page.evaluate(
                "() => { window.pressed = 0; addEventListener('mousedown', () => { window.pressed += 1 }, true) }");
    }

    /** Goes to a control and presses it. */
    public void press(Locator control) {
        press(control, "Enter");
    }

    public void press(Locator control, String key) {
        reach(control);
        page.keyboard().press(key);
    }

    /** Goes to a field and types. */
    public void type(Locator field, String text) {
        reach(field);
        page.keyboard().type(text);
    }

    public void press(String key) {
        page.keyboard().press(key);
    }

    public void type(String text) {
        page.keyboard().type(text);
    }

    private void reach(Locator control) {
        control.waitFor();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((Boolean) control.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the tab key: " + control);
    }

    /** Returns the number of mouse presses since then. */
    public int mousePresses() {
        return (Integer) page.evaluate("() => window.pressed");
    }
}
