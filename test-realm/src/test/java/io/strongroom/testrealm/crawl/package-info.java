/** Calls everything that the server answers, from logins that wait at the guard's pages, and looks whether anything gives. */
package io.strongroom.testrealm.crawl;
