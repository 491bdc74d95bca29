// The file name contains the first eight hex digits of the file's SHA-256, because browsers cache it for long: rename the
// file and update the templates with every change.

const form = document.querySelector("[data-strongroom-key]");
const asked = form?.dataset;

if (form) {
  const button = document.querySelector("[data-strongroom-use-key]");
  button.hidden = false;
  button.addEventListener("click", () => {
    // Without support the server says so, and offers the other methods.
    const answer = window.PublicKeyCredential ? (asked.strongroomKey === "create" ? setUp() : use()) : Promise.reject("");
    answer.then(submit, (error) => submit({ error: String(error) || "unsupported" }));
  });
}

async function use() {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asked.strongroomChallenge),
      rpId: asked.strongroomRpId,
      allowCredentials: words(asked.strongroomKeys).map(known),
      ...optional({ userVerification: asked.strongroomVerification, timeout: Number(asked.strongroomTimeout) }),
    },
  });
  return {
    credentialId: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : "",
  };
}

async function setUp() {
  const { rawId, response, authenticatorAttachment } = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.strongroomChallenge),
      rp: { id: asked.strongroomRpId, name: asked.strongroomRpName },
      user: { id: bytes(asked.strongroomUserHandle), name: asked.strongroomUser, displayName: asked.strongroomUser },
      pubKeyCredParams: (words(asked.strongroomAlgorithms).length ? words(asked.strongroomAlgorithms) : ["-7"]).map(
        (alg) => ({ type: "public-key", alg: Number(alg) }),
      ),
      excludeCredentials: words(asked.strongroomKeys).map(known),
      authenticatorSelection: optional({
        authenticatorAttachment: asked.strongroomAttachment,
        residentKey: asked.strongroomResidentKey,
        requireResidentKey: asked.strongroomResidentKey === "required",
        userVerification: asked.strongroomVerification,
      }),
      ...optional({ attestation: asked.strongroomAttestation, timeout: Number(asked.strongroomTimeout) }),
    },
  });
  return {
    publicKeyCredentialId: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: (response.getTransports?.() ?? []).join(),
    authenticatorAttachment: authenticatorAttachment ?? "",
  };
}

function submit(fields) {
  Object.entries(fields).forEach(([name, value]) => (form.elements[name].value = value));
  form.requestSubmit();
}

const known = (id) => ({ type: "public-key", id: bytes(id) });
const words = (list) => (list ?? "").split(",").filter(Boolean);
const optional = (options) => Object.fromEntries(Object.entries(options).filter(([, value]) => value));

function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
