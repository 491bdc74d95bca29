/**
 * Code shared by all endpoints: it checks permissions, reads requests, and creates error responses and admin
 * events.
 */
package io.strongroom.admin.request;
