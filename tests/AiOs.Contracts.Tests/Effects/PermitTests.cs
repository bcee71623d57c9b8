using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Testing;

namespace AiOs.Contracts.Tests.Effects;

public sealed class PermitTests
{
    private static readonly byte[] Bytes = [.. "{\"args\":{}}"u8];

    [Fact]
    public void Permit_RightBytes_CarriesThem()
    {
        var effect = new Effect(new EffectId(Guid.Empty), EffectKind.EmailSend, Bytes, Digest.Of(Bytes));
        var permit = new Permit(effect, "aios-1", Some.Moment, Some.Moment.AddMinutes(1));

        Assert.Equal((effect, "aios-1", Some.Moment, Some.Moment.AddMinutes(1)), (permit.Effect, permit.Key, permit.DecidedAt, permit.Deadline));
    }

    [Fact]
    public void Permit_AnyByteChanged_IsRefused()
    {
        for (var index = 0; index < Bytes.Length; index++)
        {
            byte[] other = [.. Bytes];
            other[index] ^= 1;
            Refused(other);
        }

        Refused(Bytes[..^1]);
        Refused([.. Bytes, (byte)' ']);
        Refused([]);
    }

    [Fact]
    public void Permit_ByContractsAlone_CannotBeMade() => Assert.Empty(typeof(Permit).GetConstructors());

    private static void Refused(byte[] bytes)
    {
        var effect = new Effect(new EffectId(Guid.Empty), EffectKind.EmailSend, bytes, Digest.Of(Bytes));
        Assert.Throws<AiOsException>(() => new Permit(effect, "aios-1", Some.Moment, Some.Moment));
    }
}
