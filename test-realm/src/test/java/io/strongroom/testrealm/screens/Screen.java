package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.harness.Page;

/**
 * A login page in one state.
 *
 * @param name name of its picture and of its outline in {@code resources/screens}
 * @param template that renders it
 * @param caption description for readers
 * @param focus id of the field that has the focus when the page is shown; empty if none has
 * @param isReload whether getting its address again shows it again, as if nothing was submitted
 * @param story how a user gets there
 */
record Screen(String name, String template, String caption, String focus, boolean isReload, Story story) {

    /** How a user gets to a screen. */
    interface Story {
        Page play(Visit visit);
    }

    static Screen of(String name, String template, String caption, Story story) {
        return new Screen(name, template, caption, "", true, story);
    }

    Screen focusedOn(String id) {
        return new Screen(name, template, caption, id, isReload, story);
    }

    /** Shows a message about what was submitted. */
    Screen answered() {
        return new Screen(name, template, caption, focus, false, story);
    }

    @Override
    public String toString() {
        return name;
    }
}
