using System.Text.Json;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Email.Sending;

/// <summary>Reads the arguments out of an effect's exact bytes.</summary>
internal static class SendArguments
{
    /// <summary>The arguments; nothing where the bytes are not exactly those of an <c>email.send</c> effect.</summary>
    public static EmailSendArguments? Read(Effect effect)
    {
        try
        {
            var reader = new Utf8JsonReader(effect.Bytes.Span, new JsonReaderOptions { MaxDepth = 16 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            var arguments = default(EmailSendArguments);
            var (id, kind) = (default(string), default(string));
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (name == "args") arguments = JsonSerializer.Deserialize(ref reader, ArgumentsJson.Default.EmailSendArguments);
                else if (name == "id") id = reader.GetString();
                else if (name == "kind") kind = reader.GetString();
                else if (name != "salt") return null;
            }

            var fits = kind == EffectKind.EmailSend.Value && EffectId.TryParse(id, out var named) && named == effect.Id;
            return fits && arguments is not null && IsWhole(arguments) ? arguments : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>JSON may say null where the type says there is none.</summary>
    private static bool IsWhole(EmailSendArguments arguments) =>
        arguments is { To: not null, Copy: not null, Subject: not null, Text: not null, References: not null }
        && arguments.To.Concat(arguments.Copy).All(mailbox => mailbox is { Address: not null })
        && arguments.References.All(id => id is not null)
        && (arguments.Attachments ?? []).All(file => file is { Name: not null, MediaType: not null, Blob.Key.Value: not null, Blob.Sha256.Hex: not null, Sha256.Hex: not null });
}
