namespace AiOs.Kernel.Playbooks;

/// <summary>What a step does. Texts hold placeholders such as <c>{client.email}</c>.</summary>
internal abstract record StepDoes
{
    private StepDoes()
    {
    }

    /// <summary>Proposes one mail.</summary>
    public sealed record Mail(string To, string Subject, string Text) : StepDoes;

    /// <summary>Asks the operator; the answer is kept under the step's name.</summary>
    /// <param name="Text">The question.</param>
    /// <param name="AtMost">How long the answer is awaited; nothing for as long as it takes.</param>
    public sealed record Ask(string Text, TimeSpan? AtMost) : StepDoes;

    /// <summary>Rests.</summary>
    /// <param name="AtMost">For how long; nothing where a day is named.</param>
    /// <param name="Day">Until the next such day after it began.</param>
    /// <param name="At">At which time of that day, on the operator's clock.</param>
    public sealed record Wait(TimeSpan? AtMost, DayOfWeek? Day, TimeOnly At) : StepDoes
    {
        /// <summary>Where an answer to a mail of the run leads; nothing where none is awaited.</summary>
        public ReplyLeads? OnReply { get; init; }

        /// <summary>It is over as soon as all of these hold.</summary>
        public IReadOnlyList<PlaybookCondition> Until { get; init; } = [];
    }

    /// <summary>Writes a Record.</summary>
    /// <param name="Record">The Record's id, or the name under which the run knows it.</param>
    /// <param name="Fields">The fields.</param>
    public sealed record Write(string Record, IReadOnlyDictionary<string, string> Fields) : StepDoes;

    /// <summary>Keeps a note.</summary>
    public sealed record Note(string Title, string Text) : StepDoes;
}
