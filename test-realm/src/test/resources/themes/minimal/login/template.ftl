<#-- A layout of one's own that knows a single parameter, which is all that Keycloak's page for codes of an app gives. -->
<#macro registrationLayout displayMessage>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <title>Minimal</title>
</head>
<body data-page-id="login-${pageId}">
  <h1 id="kc-page-title"><#nested "header"></h1>
  <#if displayMessage && message?has_content><p class="kc-feedback-text">${message.summary}</p></#if>
  <main><#nested "form"></main>
</body>
</html>
</#macro>
