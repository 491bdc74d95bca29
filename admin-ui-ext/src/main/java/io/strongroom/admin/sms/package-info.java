/** Endpoints for text messages: the gateways, the current sending status, and test messages. */
package io.strongroom.admin.sms;
