using System.Buffers;
using System.Text;
using AiOs.Channels.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AiOs.Channels.Web.Requests;

/// <summary>Reads what a client hands over, in each of the forms it may come in.</summary>
internal static class HandoverReader
{
    private static readonly Refusal Nothing = new(400, "There was nothing in it: write something, or add a mail.");
    private static readonly Refusal NotUtf8 = new(400, "The text is not UTF-8: send it as UTF-8.");
    private static readonly Refusal LongId = new(400, "The id is longer than 200 characters: send a shorter one.");

    private static readonly Refusal UnknownType =
        new(415, "That kind of content is not taken: send application/json, message/rfc822, text/plain or a form.");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<Read<IReadOnlyList<Handover>>> ReadAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            return await ReadFormAsync(context);
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type))
        {
            return UnknownType;
        }

        var media = type.MediaType;
        if (media.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            var post = await RequestBody.ReadJsonAsync(context, RequestLimits.MessageBytes, PostJson.Default.MessagePost);
            return post.Value is { } value ? Of(value) : post.Refusal!;
        }

        if (media.Equals("message/rfc822", StringComparison.OrdinalIgnoreCase))
        {
            // An empty mail goes on to the reader: what is wrong with it is left in the journal.
            return await RequestBody.ReadAsync(context, RequestLimits.MessageBytes, static bytes => One(new Handover.Mail(bytes.ToArray(), null)));
        }

        return media.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            ? await RequestBody.ReadAsync(context, RequestLimits.MessageBytes, static bytes => OfText(bytes.ToArray()))
            : UnknownType;
    }

    private static async Task<Read<IReadOnlyList<Handover>>> ReadFormAsync(HttpContext context)
    {
        var read = await FormBody.ReadAsync(context, RequestLimits.MessageBytes);
        if (read.Value is not { } form)
        {
            return read.Refusal!;
        }

        List<Handover> all = [];
        if (form["text"].ToString() is var text && !string.IsNullOrWhiteSpace(text))
        {
            var id = form["id"].ToString();
            all.Add(new Handover.Text(text.ReplaceLineEndings("\n"), id.Length is 0 or > RequestLimits.IdLength ? null : id));
        }

        foreach (var file in form.Files)
        {
            // A browser sends one nameless empty file where none was chosen.
            if (file.Length > 0 || file.FileName.Length > 0)
            {
                all.Add(await ReadFileAsync(file, context.RequestAborted));
            }
        }

        return all.Count == 0 ? Nothing : all;
    }

    private static async Task<Handover> ReadFileAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        var isText = file.FileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        return isText && OfText(bytes).Value is [Handover.Text text] ? text with { IsOfFile = true } : new Handover.Mail(bytes, file.FileName);
    }

    private static Read<IReadOnlyList<Handover>> Of(MessagePost post)
    {
        if (post.Id?.Length > RequestLimits.IdLength)
        {
            return LongId;
        }

        if (!post.Mail.IsEmpty)
        {
            return One(new Handover.Mail(post.Mail, null));
        }

        return string.IsNullOrWhiteSpace(post.Text) ? Nothing : One(new Handover.Text(post.Text.ReplaceLineEndings("\n"), post.Id));
    }

    private static Read<IReadOnlyList<Handover>> OfText(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return string.IsNullOrWhiteSpace(text) ? Nothing : One(new Handover.Text(text.ReplaceLineEndings("\n"), null));
        }
        catch (DecoderFallbackException)
        {
            return NotUtf8;
        }
    }

    private static Read<IReadOnlyList<Handover>> One(Handover handover) => new([handover], null);
}
