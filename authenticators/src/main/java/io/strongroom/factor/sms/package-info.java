/** The factor SMS: its credential, its challenge and its enrolment, each as a page of a login. */
package io.strongroom.factor.sms;
