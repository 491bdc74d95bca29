<#macro emailLayout>
<html lang="${locale.language}" dir="${ltr?then('ltr', 'rtl')}">
<body>
  <table role="presentation" width="100%" cellpadding="16" cellspacing="0">
    <tr><td bgcolor="#06382d"><font color="#ffffff"><strong>${realmName}</strong></font></td></tr>
    <tr><td><#nested></td></tr>
  </table>
</body>
</html>
</#macro>
