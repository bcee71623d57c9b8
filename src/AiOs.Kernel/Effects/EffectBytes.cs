using System.Buffers;
using System.Text;
using System.Text.Json;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals;

namespace AiOs.Kernel.Effects;

/// <summary>Fixes an effect to its exact bytes. Nothing is rendered again after this.</summary>
internal static class EffectBytes
{
    public static Effect Fix(EffectDraft draft, EffectId id, ReadOnlySpan<byte> salt)
    {
        using var arguments = CanonicalJson.Parse(draft.Arguments);
        var output = new ArrayBufferWriter<byte>(draft.Arguments.Length + 256);
        output.Write("{\"args\":"u8);
        CanonicalJson.Write(output, arguments.RootElement);
        output.Write(",\"id\":"u8);
        CanonicalJson.WriteString(output, id.ToString());
        output.Write(",\"kind\":"u8);
        CanonicalJson.WriteString(output, draft.Kind.Value);
        output.Write(",\"salt\":"u8);
        CanonicalJson.WriteString(output, Convert.ToHexStringLower(salt));
        output.Write("}"u8);
        var bytes = output.WrittenSpan.ToArray();
        return new Effect(id, draft.Kind, bytes, Digest.Of(bytes));
    }

    public static string TextOf(Effect effect) => Encoding.UTF8.GetString(effect.Bytes.Span);

    public static EffectDraft DraftOf(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        return new EffectDraft(effect.Kind, document.RootElement.GetProperty("args"u8).GetRawText());
    }

    /// <summary>Writes the exact bytes of the effects as one canonical JSON array, in order.</summary>
    public static void WriteAll(IBufferWriter<byte> output, IEnumerable<Effect> effects)
    {
        output.Write("["u8);
        var first = true;
        foreach (var effect in effects)
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            output.Write(effect.Bytes.Span);
        }

        output.Write("]"u8);
    }
}
