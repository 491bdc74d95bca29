/**
 * Calls every endpoint of the server from logins that wait at the guard's pages, and checks that none lets them past.
 */
package io.strongroom.testrealm.crawl;
