using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Chat.Pairing;

/// <summary>Who the operator is: by configuration, or by a code that was printed where only the operator reads.</summary>
internal sealed class PairedOperators(WorkspaceJournal journal, ICursors cursors, WorkspaceSettings settings, Vault vault, IEntropy entropy, TimeProvider time) : IPairing
{
    public IReadOnlyList<PairedDevice> Devices => [.. settings.ConfiguredDevices, .. journal.Ledger.Devices.Paired.Where(device => !IsConfigured(device.Channel, device.Sender))];

    public async Task<string> NewCodeAsync(ChannelName channel, CancellationToken cancellationToken)
    {
        var code = NewCode();
        var value = new PairingCode(DigestOf(channel, code), time.Instant() + PairingCode.Lifetime, Wrong: 0, TakenBy: null).Write();
        await cursors.SetAsync(NameOf(channel), value, cancellationToken);
        return code;
    }

    public bool IsOperator(ChannelName channel, string sender) => IsOperator(journal.Ledger, channel, sender);

    /// <summary>The same where a commit will stand.</summary>
    public bool IsOperator(WorkspaceLedger ledger, ChannelName channel, string sender) => IsConfigured(channel, sender) || ledger.Devices.Has(channel, sender);

    /// <summary>Takes a try. Each counts once, however many hosts take tries at the same time.</summary>
    /// <returns>Whether the sender is the operator now.</returns>
    public async Task<bool> TryAsync(ChannelName channel, string sender, string code, CancellationToken cancellationToken)
    {
        while (true)
        {
            var there = await cursors.FindAsync(NameOf(channel), cancellationToken);
            if (PairingCode.Read(there) is not { } kept)
            {
                return false;
            }

            var (after, fits) = kept.Try(DigestOf(channel, code), ChatNames.Short(sender), time.Instant());
            if (after == kept || await cursors.TryMoveAsync(NameOf(channel), there, after.Write(), cancellationToken))
            {
                return fits && await PairAsync(channel, sender, cancellationToken);
            }
        }
    }

    public async Task<ControlOutcome> RevokeAsync(ChannelName channel, string sender, ChannelName byChannel, string by, CancellationToken cancellationToken)
    {
        if (IsConfigured(channel, sender))
        {
            return new ControlOutcome(Accepted: false, $"{sender} in {channel} stands in the configuration (Operator); take it out there and start again.");
        }

        var request = new AppendRequest
        {
            Stream = StreamId.Devices,
            Cause = "devices/revoke",
            Decide = at => at.Ledger.Devices.Has(channel, sender) ? [new DeviceRevoked(channel, sender, byChannel, by)] : [],
        };
        await VoidAsync(channel, sender, cancellationToken);
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended
            ? new ControlOutcome(Accepted: true, $"{sender} in {channel} is the operator no more, from now on and on every host.")
            : new ControlOutcome(Accepted: false, $"{sender} in {channel} is not paired; /devices lists who is.");
    }

    /// <summary>The code that paired them pairs nobody again.</summary>
    private async Task VoidAsync(ChannelName channel, string sender, CancellationToken cancellationToken)
    {
        while (await cursors.FindAsync(NameOf(channel), cancellationToken) is var there && PairingCode.Read(there) is { } kept && kept.TakenBy == ChatNames.Short(sender) && kept.Wrong < PairingCode.MostWrong
            && !await cursors.TryMoveAsync(NameOf(channel), there, (kept with { Wrong = PairingCode.MostWrong }).Write(), cancellationToken))
        {
            // Somebody tried it meanwhile.
        }
    }

    private async Task<bool> PairAsync(ChannelName channel, string sender, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Devices,
            Cause = "devices/pair",
            Decide = at => at.Ledger.Devices.Has(channel, sender) ? [] : [new DevicePaired(channel, sender)],
        };
        await journal.AppendAsync(request, cancellationToken);
        return true;
    }

    private bool IsConfigured(ChannelName channel, string sender) => settings.ConfiguredDevices.Any(device => DeviceLedger.Is(device, channel, sender));

    private string DigestOf(ChannelName channel, string code) => vault.DedupeHash($"pair\n{channel}\n{code}");

    private static string NameOf(ChannelName channel) => $"chat/{channel}/pairing";

    private string NewCode()
    {
        Span<byte> random = stackalloc byte[PairingCode.Length];
        Span<char> code = stackalloc char[PairingCode.Length];
        entropy.Fill(random);
        for (var index = 0; index < code.Length; index++)
        {
            // The alphabet has 32 letters, so no letter is likelier than another.
            code[index] = PairingCode.Alphabet[random[index] % PairingCode.Alphabet.Length];
        }

        return new string(code);
    }
}
