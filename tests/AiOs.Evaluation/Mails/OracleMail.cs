using System.Text.Json;

namespace AiOs.Evaluation.Mails;

/// <summary>An odd raw mail, and the parts that must come out of it.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Raw">The mail.</param>
/// <param name="Sound">Whether the oracle can be trusted: the mail has no defects.</param>
/// <param name="Parts">The parts, one line each, in any order.</param>
internal sealed record OracleMail(string File, byte[] Raw, bool Sound, IReadOnlyList<string> Parts)
{
    private const string Folder = "mime";

    public static async Task<List<OracleMail>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(data, Folder);
        try
        {
            using var document = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(folder, "oracle.json"), cancellationToken));
            var mails = new List<OracleMail>();
            foreach (var one in document.RootElement.EnumerateArray())
            {
                var file = one.GetProperty("file").GetString()!;
                var raw = await System.IO.File.ReadAllBytesAsync(Path.Combine(folder, file), cancellationToken);
                var parts = one.GetProperty("parts").EnumerateArray().Select(Line).ToList();
                mails.Add(new OracleMail(file, raw, one.GetProperty("defects").GetArrayLength() == 0, parts));
            }

            return mails;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{Folder}/oracle.json' is not as described: {wrong.Message}", wrong);
        }
    }

    /// <summary>How a part is written down for comparing.</summary>
    public static string Line(string path, string type, string? name, string? sha1) => $"{path} {type} name={name ?? "-"} sha1={sha1 ?? "-"}";

    private static string Line(JsonElement part) =>
        Line(part.GetProperty("path").GetString()!, part.GetProperty("type").GetString()!, Text(part, "filename"), Text(part, "sha1"));

    private static string? Text(JsonElement part, string key) => part.TryGetProperty(key, out var value) ? value.GetString() : null;
}
