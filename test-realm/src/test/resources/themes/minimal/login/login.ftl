<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post">
      <input name="username" aria-label="${msg("username")}" autocomplete="username">
      <input name="password" type="password" aria-label="${msg("password")}" autocomplete="current-password">
      <button type="submit">${msg("doLogIn")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
