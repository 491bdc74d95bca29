/** Every page and mail of the product, in every state: listed once, checked in every theme, language and width. */
package io.strongroom.testrealm.screens;
