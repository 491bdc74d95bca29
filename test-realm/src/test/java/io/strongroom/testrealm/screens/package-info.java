/** Every page and mail that people meet, in every state: told once, looked at from all sides. */
package io.strongroom.testrealm.screens;
