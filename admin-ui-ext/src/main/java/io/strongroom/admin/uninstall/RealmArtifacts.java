package io.strongroom.admin.uninstall;

import java.util.List;

/** One kind of artifact that Strongroom leaves in a realm. */
interface RealmArtifacts {

    /** Returns the names of the artifacts found. */
    List<String> found();

    void remove();
}
