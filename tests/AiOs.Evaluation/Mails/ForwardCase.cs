using System.Text;
using System.Text.Json;

namespace AiOs.Evaluation.Mails;

/// <summary>A forwarded text, and what must come out of it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Subject">The subject of the mail that carries it; nothing where the program gave none.</param>
/// <param name="Body">The text.</param>
/// <param name="Expected">What is asserted; a key that is not there is not.</param>
internal sealed record ForwardCase(string Id, string? Subject, string Body, JsonElement Expected)
{
    private const string Folder = "forwarded-email";

    public static async Task<List<ForwardCase>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(data, Folder);
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "cases.json"), cancellationToken));
            var cases = new List<ForwardCase>();
            foreach (var one in document.RootElement.EnumerateArray())
            {
                var subject = await FixtureAsync(folder, one, "subject_file", cancellationToken);
                var body = await FixtureAsync(folder, one, "body_file", cancellationToken);
                cases.Add(new ForwardCase(one.GetProperty("id").GetString()!, subject?.Trim(), body ?? string.Empty, one.GetProperty("expect").Clone()));
            }

            return cases;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{Folder}/cases.json' is not as described: {wrong.Message}", wrong);
        }
    }

    /// <summary>The mail that would bring it.</summary>
    public byte[] Mail()
    {
        var subject = Subject is null ? string.Empty : $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(Subject))}?=\r\n";
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Body), Base64FormattingOptions.InsertLineBreaks);
        return Encoding.ASCII.GetBytes(
            $"From: Olga Operator <olga@studio.example>\r\nTo: assistant@studio.example\r\n{subject}Message-ID: <evaluation@studio.example>\r\nMIME-Version: 1.0\r\n"
            + $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n");
    }

    private static async Task<string?> FixtureAsync(string folder, JsonElement one, string key, CancellationToken cancellationToken) =>
        one.TryGetProperty(key, out var file) && file.GetString() is { } name
            ? await File.ReadAllTextAsync(Path.Combine(folder, "fixtures", name), cancellationToken)
            : null;
}
