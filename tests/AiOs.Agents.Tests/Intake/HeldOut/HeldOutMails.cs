using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Tests.Intake.HeldOut;

/// <summary>Mails written apart from the examples, never trained on.</summary>
internal static class HeldOutMails
{
    public static List<(MessageContent Mail, Category Category)> Read()
    {
        using var stream = typeof(HeldOutMails).Assembly.GetManifestResourceStream("HeldOut.mails")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("== ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static (MessageContent Mail, Category Category) Parse(string block)
    {
        var lines = block.Split('\n');
        var headers = lines.Skip(1).TakeWhile(line => line.Length > 0 || lines[0].Length == 0).ToList();
        var rest = lines.Skip(1 + headers.Count).ToList();
        var files = rest.Where(line => line.StartsWith("attach: ", StringComparison.Ordinal)).Select(line => line[8..]).ToList();
        var text = string.Join('\n', rest.Where(line => !line.StartsWith("attach: ", StringComparison.Ordinal))).Trim();
        var mail = Some.Mail(text, Value(headers, "subject: "), Value(headers, "from: "), name: null) with
        {
            Automatic = Value(headers, "auto: ") is not null,
            Attachments = [.. files.Select(name => new Attachment(name, "application/octet-stream", 1, null))],
        };
        return (mail, KebabEnumConverter<Category>.Parse(lines[0].Trim())!.Value);
    }

    private static string? Value(List<string> headers, string name) =>
        headers.Find(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
