/** Shared by all endpoints: permissions, reading of requests, errors, and admin events. */
package io.strongroom.admin.request;
