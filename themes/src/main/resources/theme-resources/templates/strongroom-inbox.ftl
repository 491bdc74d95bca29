<#import "strongroom-layout.ftl" as ui>
<#--
  Doesn't use the login layout: its scripts redirect the page as soon as another tab logs in, which is what happens while
  someone reads a code here.
-->
<!DOCTYPE html>
<html class="${properties.kcHtmlClass!}" lang="${lang}" data-strongroom-dark-class="<#if darkMode>${properties.kcDarkModeClass!}</#if>">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light<#if darkMode> dark</#if>">
  <meta name="robots" content="noindex">
  <title>${msg("strongroomInboxTitle")} – ${inbox.realmName}</title>
  <link rel="icon" href="${url.resourcesPath}/img/favicon.ico">
  <#list (properties.stylesCommon!)?split(" ")?filter(s -> s?has_content) as style>
    <link rel="stylesheet" href="${url.resourcesCommonPath}/${style}">
  </#list>
  <#list (properties.styles!)?split(" ")?filter(s -> s?has_content) as style>
    <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <script type="module" src="${url.resourcesPath}/js/strongroom-inbox.ba6effc2.js"></script>
</head>
<body class="${properties.kcBodyClass!}" data-page-id="login-strongroom-inbox">
  <#if ui.framed>
    <div class="${properties.kcLogin!}">
      <div class="${properties.kcLoginContainer!}">
        <main class="${properties.kcLoginMain!}">
          <div class="${properties.kcLoginMainHeader!}"><h1 class="${properties.kcLoginMainTitle!}" id="kc-page-title">${msg("strongroomInboxTitle")}</h1></div>
          <div class="${properties.kcLoginMainBody!}"><@content/></div>
        </main>
      </div>
    </div>
  <#else>
    <div class="${properties.kcLoginClass!}">
      <main class="${properties.kcFormCardClass!}">
        <header class="${properties.kcFormHeaderClass!}"><h1 id="kc-page-title">${msg("strongroomInboxTitle")}</h1></header>
        <div id="kc-content"><@content/></div>
      </main>
    </div>
  </#if>
</body>
</html>

<#macro content>
  <div class="${properties.kcFormClass!}">
    <@ui.text>${msg("strongroomInboxIntro", inbox.realmName)}</@ui.text>
    <p class="instruction" role="status" data-strongroom-count>${msg("strongroomInboxCount", inbox.messages?size)}</p>
    <noscript><p class="instruction"><a href="">${msg("strongroomInboxRefresh")}</a></p></noscript>
    <div class="${properties.kcFormClass!}" data-strongroom-messages data-copied="${msg("strongroomInboxCopied")}">
      <#list inbox.messages as message>
        <@text_message message/>
      </#list>
    </div>
  </div>
</#macro>

<#macro text_message message>
  <#-- Takes the first number with 6 to 8 digits as the code. -->
  <#local code = "">
  <#list message.text?matches(r"(?<!\d)\d{6,8}(?!\d)") as match><#local code = match?string><#break></#list>
  <article data-key="${message.at} ${message.to} ${message.text}" aria-label="${msg("strongroomInboxTo", message.to)}">
    <p class="instruction"><bdi dir="ltr">${message.to}</bdi> · <time>${message.at}</time></p>
    <#if code?has_content>
      <p class="instruction">${message.text?keep_before(code)}<strong>${code}</strong>${message.text?keep_after(code)}</p>
      <div class="${properties.kcMarginTopClass!}">
        <button type="button" hidden data-strongroom-copy="${code}" class="${ui.secondaryButton}">${msg("strongroomInboxCopy", code)}</button>
      </div>
    <#else>
      <p class="instruction">${message.text}</p>
    </#if>
  </article>
</#macro>
