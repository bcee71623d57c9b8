using System.Buffers;
using System.Globalization;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Kernel.Effects;

namespace AiOs.Kernel.Approvals;

/// <summary>
/// What an approval binds to: SHA-256 over the canonical JSON of <c>{"approval","effects","expiresAt","policy","records","tier"}</c>,
/// where <c>effects</c> holds the exact bytes of each effect in order.
/// </summary>
internal static class ApprovalDigest
{
    public static Digest Of(ApprovalId approval, IEnumerable<Effect> effects, IReadOnlyList<RecordVersion> records, string policy, int tier, DateTimeOffset expiresAt)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        output.Write("{\"approval\":"u8);
        CanonicalJson.WriteString(output, approval.ToString());
        output.Write(",\"effects\":"u8);
        EffectBytes.WriteAll(output, effects);
        output.Write(",\"expiresAt\":"u8);
        CanonicalJson.WriteString(output, InstantConverter.ToText(expiresAt));
        output.Write(",\"policy\":"u8);
        CanonicalJson.WriteString(output, policy);
        output.Write(",\"records\":["u8);
        WriteRecords(output, records);
        output.Write("],\"tier\":"u8);
        WriteNumber(output, tier);
        output.Write("}"u8);
        return Digest.Of(output.WrittenSpan);
    }

    private static void WriteRecords(ArrayBufferWriter<byte> output, IReadOnlyList<RecordVersion> records)
    {
        var first = true;
        foreach (var record in records)
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            output.Write("{\"record\":"u8);
            CanonicalJson.WriteString(output, record.Record.ToString());
            output.Write(",\"version\":"u8);
            WriteNumber(output, record.Version);
            output.Write("}"u8);
        }
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, long number) =>
        output.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
}
