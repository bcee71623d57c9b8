using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Teams;

/// <summary>Issues the tokens that inbound activities carry. Written by hand, so that it shares nothing with what checks them.</summary>
public sealed class TeamsIssuer : IDisposable
{
    // Making a key takes longer than most tests; each issuer has its own copy of these two.
    private static readonly Lazy<RSAParameters> FirstKey = new(Made);
    private static readonly Lazy<RSAParameters> StrangersKey = new(Made);

    private readonly TimeProvider _time;
    private readonly RSA _stranger = RSA.Create(StrangersKey.Value);
    private readonly Lock _gate = new();
    private readonly List<(string Id, RSA Key, string[] Endorsements)> _keys = [];
    private int _made;

    internal TeamsIssuer(TimeProvider time)
    {
        _time = time;
        _keys.Add(($"key-{++_made}", RSA.Create(FirstKey.Value), ["msteams", "webchat"]));
    }

    /// <summary>The name of the key that signs now.</summary>
    public string KeyId => Current.Id;

    private (string Id, RSA Key, string[] Endorsements) Current
    {
        get
        {
            lock (_gate)
            {
                return _keys[^1];
            }
        }
    }

    /// <summary>Puts a new key in the place of all others.</summary>
    /// <param name="endorsements">The channels that it may speak for.</param>
    public void Rotate(params string[] endorsements)
    {
        lock (_gate)
        {
            _keys.ForEach(static one => one.Key.Dispose());
            _keys.Clear();
            _keys.Add(($"key-{++_made}", RSA.Create(2048), endorsements));
        }
    }

    /// <summary>Signs a token.</summary>
    /// <param name="spec">What it says, and what is wrong with it.</param>
    /// <returns>The compact form.</returns>
    public string Sign(TeamsTokenSpec spec)
    {
        var now = _time.GetUtcNow();
        var payload = new JsonObject { ["iss"] = spec.Issuer, ["aud"] = spec.Audience, ["nbf"] = (now + spec.NotBefore).ToUnixTimeSeconds() };
        if (spec.Expires is { } expires)
        {
            payload["exp"] = (now + expires).ToUnixTimeSeconds();
        }

        if (spec.ServiceUrl is { } url)
        {
            payload["serviceurl"] = url;
        }

        var header = new JsonObject { ["alg"] = spec.Algorithm, ["typ"] = "JWT", ["kid"] = spec.KeyId ?? KeyId };
        var signed = $"{Encoded(header)}.{Encoded(payload)}";
        var signature = Base64(Signature(spec, Encoding.ASCII.GetBytes(signed)));
        if (spec.Tampered)
        {
            payload["aud"] = spec.Audience + " ";
            signed = $"{Encoded(header)}.{Encoded(payload)}";
        }

        return $"{signed}.{signature}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stranger.Dispose();
        _keys.ForEach(static one => one.Key.Dispose());
    }

    internal JsonObject Keys()
    {
        lock (_gate)
        {
            return new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(static one => Public(one.Id, one.Key, one.Endorsements))]) };
        }
    }

    private static RSAParameters Made()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(true);
    }

    private static JsonObject Public(string id, RSA key, string[] endorsements)
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64(parameters.Modulus!),
            ["e"] = Base64(parameters.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(static one => JsonValue.Create(one))]),
        };
    }

    private byte[] Signature(TeamsTokenSpec spec, byte[] bytes)
    {
        var key = spec.ByStranger ? _stranger : Current.Key;
        return spec.Algorithm switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Current.Key.ExportSubjectPublicKeyInfoPem()), bytes),
            "PS256" => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "RS384" => key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }

    private static string Encoded(JsonObject json) => Base64(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
