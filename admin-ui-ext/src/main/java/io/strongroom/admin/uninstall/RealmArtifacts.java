package io.strongroom.admin.uninstall;

import java.util.List;

/** One kind of trace that Strongroom leaves in a realm. */
interface RealmArtifacts {

    /** Names of what is there. */
    List<String> found();

    void remove();
}
