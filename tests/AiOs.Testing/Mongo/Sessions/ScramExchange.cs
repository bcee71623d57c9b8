using System.Security.Cryptography;
using System.Text;

namespace AiOs.Testing.Mongo.Sessions;

/// <summary>One SCRAM-SHA-256 exchange, the server's side (RFC 5802 and RFC 7677).</summary>
internal sealed class ScramExchange(string user, string password)
{
    private const int Rounds = 15_000;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(28);
    private string _clientFirst = string.Empty;
    private string _serverFirst = string.Empty;
    private string _nonce = string.Empty;

    /// <summary>The server's first message; null when the name is another.</summary>
    public string? First(string message)
    {
        // "n,," and then the message bare of its channel binding header.
        _clientFirst = message[(message.IndexOf(',', message.IndexOf(',', StringComparison.Ordinal) + 1) + 1)..];
        var parts = Parts(_clientFirst);
        if (parts['n'].Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal) != user)
        {
            return null;
        }

        _nonce = parts['r'] + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        return _serverFirst = $"r={_nonce},s={Convert.ToBase64String(_salt)},i={Rounds}";
    }

    /// <summary>The server's last message; null when the proof is wrong.</summary>
    public string? Last(string message)
    {
        var parts = Parts(message);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), _salt, Rounds, HashAlgorithmName.SHA256, 32);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var signed = Encoding.UTF8.GetBytes($"{_clientFirst},{_serverFirst},{message[..message.LastIndexOf(",p=", StringComparison.Ordinal)]}");
        var signature = HMACSHA256.HashData(SHA256.HashData(clientKey), signed);
        var proof = clientKey.Zip(signature, (key, sign) => (byte)(key ^ sign)).ToArray();
        if (parts['r'] != _nonce || !CryptographicOperations.FixedTimeEquals(proof, Convert.FromBase64String(parts['p'])))
        {
            return null;
        }

        return "v=" + Convert.ToBase64String(HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), signed));
    }

    private static Dictionary<char, string> Parts(string message) => message.Split(',').ToDictionary(part => part[0], part => part[2..]);
}
