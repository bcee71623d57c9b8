using AiOs.Contracts.Approvals;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>Who is meant on the other side.</summary>
internal abstract record CounterpartyPattern
{
    private const string AnyAt = "*@";

    private CounterpartyPattern()
    {
    }

    public abstract bool Fits(PolicyCase effect);

    /// <summary>Reads an address, <c>*@example.com</c> or a name.</summary>
    public static CounterpartyPattern Of(string text) =>
        text.StartsWith(AnyAt, StringComparison.Ordinal) ? new AtHost(text[AnyAt.Length..]) : new Exact(text);

    public sealed record OfClass(CounterpartyClass Class, string Word) : CounterpartyPattern
    {
        public override bool Fits(PolicyCase effect) => effect.CounterpartyClass == Class;

        public override string ToString() => Word;
    }

    public sealed record Exact(string Text) : CounterpartyPattern
    {
        public override bool Fits(PolicyCase effect) =>
            string.Equals(effect.Counterparty?.Trim(), Text.Trim(), StringComparison.OrdinalIgnoreCase);

        public override string ToString() => Text;
    }

    /// <summary>Any address at one host. What is not one bare address never fits: it could hide a second one.</summary>
    public sealed record AtHost(string Host) : CounterpartyPattern
    {
        public override bool Fits(PolicyCase effect)
        {
            var address = effect.Counterparty?.Trim() ?? string.Empty;
            var at = address.IndexOf('@', StringComparison.Ordinal);
            return at > 0 && address.All(IsBare) && address.AsSpan(at + 1).Equals(Host.AsSpan(), StringComparison.OrdinalIgnoreCase);
        }

        public override string ToString() => AnyAt + Host;

        private static bool IsBare(char letter) => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && !",;:<>()[]\"\\".Contains(letter, StringComparison.Ordinal);
    }
}
