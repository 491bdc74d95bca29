<#--
  Macros shared by all pages: fields and buttons with the CSS classes of the realm's login theme.
  Themes based on keycloak.v2 draw an input's border on a surrounding span; older themes draw it on the input.
-->
<#assign framed = properties.kcFormControlUtilClass??>

<#macro text>
  <p class="instruction"><#nested></p>
</#macro>

<#-- Wraps an input with its label, error message and hint. -->
<#macro control name label error hint>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormGroupLabelClass!properties.kcLabelWrapperClass!}">
      <label for="${name}" class="${properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
    </div>
    <div class="${properties.kcInputWrapperClass!}">
      <#nested>
      <#if error?has_content>
        <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
          <div class="${properties.kcInputHelperTextClass!}">
            <div id="input-error-${name}" class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
              <span class="${properties.kcInputErrorMessageClass!}">${apart(error)}</span>
            </div>
          </div>
        </div>
      </#if>
      <#if hint?has_content>
        <div id="input-hint-${name}" class="${properties.kcFormHelperTextClass!properties.kcInputHelperTextAfterClass!}">${apart(hint)}</div>
      </#if>
    </div>
  </div>
</#macro>

<#-- Attributes that make a screen reader announce an input's error and hint. -->
<#macro described name error hint>
  <#local by = (error?has_content)?then("input-error-" + name + " ", "") + (hint?has_content)?then("input-hint-" + name, "")>
  <#if by?has_content>aria-describedby="${by?trim}"</#if>
  <#if error?has_content>aria-invalid="true"</#if>
</#macro>

<#macro field name label value="" hint="" type="text" inputmode="" autocomplete="off" maxlength=0 autofocus=false dir="ltr" error=messagesPerField.getFirstError(name)>
  <@control name=name label=label error=error hint=hint>
      <#if framed><span dir="${dir}" class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>"></#if>
      <input id="${name}" name="${name}" value="${value}" type="${type}" dir="${dir}" autocomplete="${autocomplete}" spellcheck="false"
             <#if !framed>class="${properties.kcInputClass!}"</#if>
             <#if inputmode?has_content>inputmode="${inputmode}"</#if>
             <#if maxlength gt 0>maxlength="${maxlength?c}"</#if>
             <@described name error hint/>
             <#if autofocus>autofocus</#if>>
      <#if framed>
        <#if error?has_content>
          <span class="${properties.kcFormControlUtilClass!}"><span class="${properties.kcInputErrorIconStatusClass!}"><i class="${properties.kcInputErrorIconClass!}" aria-hidden="true"></i></span></span>
        </#if>
        </span>
      </#if>
  </@control>
</#macro>

<#-- A select field; the caller nests its options. -->
<#macro select name label autocomplete="off" autofocus=false error=messagesPerField.getFirstError(name)>
  <@control name=name label=label error=error hint="">
      <#if framed><span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>"></#if>
      <select id="${name}" name="${name}" autocomplete="${autocomplete}"
              <#if !framed>class="${properties.kcInputClass!}"</#if>
              <@described name error ""/>
              <#if autofocus>autofocus</#if>>
        <#nested>
      </select>
      <#if framed>
        <span class="${properties.kcFormControlUtilClass!}"><span class="${properties.kcFormControlToggleIcon!}"><i class="fas fa-caret-down" aria-hidden="true"></i></span></span>
        </span>
      </#if>
  </@control>
</#macro>

<#macro checkbox name label value="true">
  <div class="${properties.kcFormGroupClass!}">
    <label for="${name}" class="${properties.kcCheckboxClass!}">
      <input type="checkbox" id="${name}" name="${name}" value="${value}" class="${properties.kcCheckboxInputClass!}">
      <span class="${properties.kcCheckboxLabelClass!}">${label}</span>
    </label>
  </div>
</#macro>

<#-- Links Strongroom's stylesheet once per page, with the first row of buttons or the footer. -->
<#assign styled = false>
<#macro styles>
  <#if !styled>
    <link rel="stylesheet" href="${url.resourcesPath}/css/strongroom.d2047a3a.css">
    <#assign styled = true>
  </#if>
</#macro>

<#macro actions>
  <@styles/>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormActionGroupClass!properties.kcFormButtonsClass!}">
      <#nested>
    </div>
  </div>
</#macro>

<#-- The page's only primary button. -->
<#macro primary name label id="">
  <button type="submit" name="${name}" value="true" <#if id?has_content>id="${id}"</#if>
          class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${label}</button>
</#macro>

<#-- The primary button of a page that needs a key. It does nothing without the script, which shows it. Themes show hidden buttons, so the row is hidden. -->
<#macro keyButton id label>
  <div hidden data-strongroom-use-key>
    <@actions>
      <button type="button" id="${id}"
              class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${label}</button>
    </@actions>
  </div>
</#macro>

<#-- Older themes define neither class; they get a plain button. -->
<#assign plainButton = (properties.kcButtonClass!) + " " + (properties.kcButtonDefaultClass!)>
<#assign secondaryButton = properties.kcButtonSecondaryClass!plainButton>
<#assign linkButton = properties.kcButtonLinkClass!plainButton>

<#macro secondary name label id="" value="true" style=secondaryButton autofocus=false>
  <button type="submit" name="${name}" value="${value}" formnovalidate <#if id?has_content>id="${id}"</#if> <#if autofocus>autofocus</#if>
          data-strongroom-disabled-class="${properties.kcFormSocialAccountListButtonDisabledClass!}"
          class="${style} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${label}</button>
</#macro>

<#-- Links to the other accepted methods, each one click away. -->
<#macro otherMethods>
  <#list .data_model.otherMethods![] as other>
    <@actions>
      <@secondary name="method" value=other.method id="strongroom-method-" + other.method label=msg(other.label)/>
    </@actions>
  </#list>
</#macro>

<#-- Checkbox for remembering the browser, if the tenant allows it. -->
<#macro rememberBrowser>
  <#assign days = (.data_model.rememberBrowserDays)!0>
  <#if days gt 0>
    <@checkbox name="rememberBrowser" label=msg("strongroomRememberBrowser", days)/>
  </#if>
</#macro>

<#-- Offers to end other sessions after a change of factors, because they may belong to an attacker. Field and text are Keycloak's. -->
<#macro endOtherSessions>
  <@checkbox name="logout-sessions" value="on" label=msg("logoutOtherSessions")/>
</#macro>

<#-- Link that restarts a login that can't continue. The layout has its own link if it shows the user's name. This one is placed
     below the form, because a custom layout may lack Keycloak's section for such links. -->
<#macro restart>
  <@styles/>
  <#if !(auth?has_content && auth.showUsername())>
    <div class="${properties.kcLoginMainFooter!}">
      <div id="kc-info" class="${properties.kcLoginMainFooterBand!properties.kcSignUpClass!}">
        <div id="kc-info-wrapper" class="${properties.kcLoginMainFooterBandItem!properties.kcInfoAreaWrapperClass!}">
          <span class="${properties.kcLoginMainFooterHelperText!}"><a id="strongroom-restart" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></span>
        </div>
      </div>
    </div>
  </#if>
</#macro>

<#-- Wraps phone numbers and addresses in isolates, so that they keep their order in right-to-left text (Unicode, UAX 9). -->
<#function apart sentence>
  <#if !((.data_model.locale.rtl)!false)><#return sentence></#if>
  <#return sentence?replace(r"(\+\d{7,15}|•+\d+|\S•+@\S*[^\s.،])", "\x2066$1\x2069", "r")>
</#function>
