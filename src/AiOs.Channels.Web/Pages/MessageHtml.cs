using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Web.Pages;

/// <summary>A message as it was taken apart: its own words quoted whole, and whatever its sender only claims marked as claimed.</summary>
internal static class MessageHtml
{
    public static void Write(HtmlWriter html, WorkItemView item)
    {
        if (item.Message is not { } message)
        {
            html.Write($"<p class=\"hint\">The words of this message were forgotten.</p>");
            return;
        }

        foreach (var warning in message.Warnings)
        {
            html.Write($"<p class=\"warning\"><strong>Attention:</strong> {warning}</p>");
        }

        html.Write($"<dl class=\"facts\">");
        WriteFacts(html, item, message);
        html.Write($"</dl>");
        if (message.Note is { Length: > 0 } note)
        {
            html.Write($"<figure class=\"quote\"><figcaption>Written above the forwarded mail</figcaption><blockquote>{note}</blockquote></figure>");
        }

        html.Write($"<figure class=\"quote\"><figcaption>{Source(item.Authority, message.Origin)}</figcaption>");
        html.Write($"<blockquote>{message.Text}</blockquote></figure>");
        foreach (var file in message.Attachments.Where(file => !string.IsNullOrEmpty(file.Text)))
        {
            html.Write($"<figure class=\"quote\"><figcaption>The words in the attached file {file.Name}, which are its writer's</figcaption>");
            html.Write($"<blockquote>{file.Text}</blockquote></figure>");
        }
    }

    private static void WriteFacts(HtmlWriter html, WorkItemView item, MessageContent message)
    {
        var claimed = item.Authority == Authority.External;
        WriteRow(html, "From", message.Sender?.ToString() ?? (claimed ? "unknown" : "you"), claimed && message.Sender is not null);
        WriteRow(html, "To", Join(message.Recipients), claimed: false);
        WriteRow(html, "Copied", Join(message.Copied), claimed: false);
        WriteRow(html, "Subject", message.Subject, claimed: false);
        WriteRow(html, "Written", Written(message), claimed);
        WriteRow(html, "Forwarded by", message.Forwarder?.ToString(), claimed);
        WriteRow(html, "Came in by", item.Channel.Value, claimed: false);
        WriteLinks(html, "Answers", item.Answers is { } earlier ? [earlier] : []);
        WriteLinks(html, "Answered by", item.Replies);
        WriteLinks(html, "Part of", item.Message?.PartOf is { } part ? [part.Parent] : []);
        WriteLinks(html, "Parts", item.Parts);
        foreach (var file in message.Attachments)
        {
            WriteRow(html, "Attached", $"{file.Name} ({file.MediaType}, {file.Size} bytes)", claimed: false);
        }
    }

    private static void WriteRow(HtmlWriter html, string name, string? value, bool claimed)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        html.Write($"<div><dt>{name}</dt><dd>{value}");
        if (claimed)
        {
            html.Write($" <span class=\"claimed\">claimed</span>");
        }

        html.Write($"</dd></div>");
    }

    private static void WriteLinks(HtmlWriter html, string name, IReadOnlyList<WorkItemId> items)
    {
        foreach (var item in items)
        {
            html.Write($"<div><dt>{name}</dt><dd><a href=\"/items/{item}\">work item …{item.ToString()[^8..]}</a></dd></div>");
        }
    }

    private static string? Join(IReadOnlyList<Mailbox> boxes) => boxes.Count == 0 ? null : string.Join(", ", boxes);

    private static string? Written(MessageContent message) =>
        message.SentAt?.ToString("d MMM yyyy, HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture) ?? message.SentAtText;

    private static string Source(Authority authority, ContentOrigin origin) => origin switch
    {
        ContentOrigin.InlineForward => "Its words, as the forwarded text gives them",
        ContentOrigin.AttachedForward => "Its words, exactly as in the attached mail",
        ContentOrigin.DirectMail => "Its words",
        _ => authority == Authority.Operator ? "Your words" : "Its words",
    };
}
