/** What all endpoints share: who may do it, what was asked, what is refused and how, and the event of a change. */
package io.strongroom.admin.request;
