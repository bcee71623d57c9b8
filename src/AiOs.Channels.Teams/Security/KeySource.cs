using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AiOs.Channels.Teams.Security;

/// <summary>
/// Fetches and keeps the issuer's keys: for a day, and sooner where a token names one that is not there, but then
/// not more than once a minute, so that made-up names cannot make us call out.
/// </summary>
internal sealed class KeySource(HttpClient http, Uri metadata, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private SigningKeys? _keys;
    private DateTimeOffset _asked = DateTimeOffset.MinValue;
    private DateTimeOffset _tried = DateTimeOffset.MinValue;

    /// <summary>The keys as they were last read; read now where there are none or they are old.</summary>
    public async Task<SigningKeys> KeysAsync(CancellationToken cancellationToken)
    {
        var keys = Volatile.Read(ref _keys);
        return keys is not null && time.GetUtcNow() - _asked < Kept ? keys : await ReadAsync(keys, cancellationToken);
    }

    /// <summary>The keys read anew, since one was missing; as they were where that was done a moment ago.</summary>
    public Task<SigningKeys> RefreshAsync(SigningKeys missing, CancellationToken cancellationToken) => ReadAsync(missing, cancellationToken);

    /// <summary>Whether a fault says that the issuer is away or talks nonsense.</summary>
    public static bool IsAway(Exception fault, CancellationToken cancellationToken) =>
        fault is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException
        || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public void Dispose() => _gate.Dispose();

    private async Task<SigningKeys> ReadAsync(SigningKeys? old, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Whoever sends made-up tokens must not make us call out for each of them, whether the last try brought keys or not.
            if (_keys is { } keys && (keys != old || time.GetUtcNow() - _tried < Pause))
            {
                return keys;
            }

            _tried = time.GetUtcNow();
            var read = await FetchAsync(cancellationToken);
            _asked = time.GetUtcNow();
            return _keys = read;
        }
        catch (Exception fault) when (IsAway(fault, cancellationToken) && _keys is { } kept)
        {
            // An issuer that cannot be reached does not make the keys that we have wrong.
            return kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<SigningKeys> FetchAsync(CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync(metadata, cancellationToken));
        var address = new Uri(document.RootElement.GetProperty("jwks_uri").GetString() ?? string.Empty, UriKind.Absolute);
        if (address.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && metadata.IsLoopback))
        {
            throw new InvalidOperationException("The issuer's keys are not to be had by https.");
        }

        var json = await http.GetStringAsync(address, cancellationToken);
        using var keys = JsonDocument.Parse(json);
        return new SigningKeys([.. new JsonWebKeySet(json).GetSigningKeys()], Endorsements(keys.RootElement));
    }

    private static Dictionary<string, IReadOnlyList<string>> Endorsements(JsonElement root)
    {
        Dictionary<string, IReadOnlyList<string>> found = [];
        foreach (var key in root.GetProperty("keys").EnumerateArray())
        {
            if (key.TryGetProperty("kid", out var id) && id.GetString() is { } name)
            {
                found[name] = key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
                    ? [.. list.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!)]
                    : [];
            }
        }

        return found;
    }
}
