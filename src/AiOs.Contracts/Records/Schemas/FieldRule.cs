namespace AiOs.Contracts.Records.Schemas;

/// <summary>What is known of one field of a type of Record.</summary>
/// <param name="Name">The field's name: small letters, digits and hyphens.</param>
/// <param name="Form">How its value is written.</param>
/// <param name="Label">How a sentence calls it: <c>due date</c>.</param>
public sealed record FieldRule(string Name, FieldForm Form, string Label)
{
    /// <summary>Whether it holds several values, one a line.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether a Record of the type is not whole without it. It can be stored without, and is then asked for.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it tells who a person or a company is: it is never shown where others may read.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Of a reference, the type of Record that it names; nothing where any will do.</summary>
    public string? RefersTo { get; init; }

    /// <summary>The values in a field, in order: of a list its lines, else the one value.</summary>
    /// <param name="value">What the field holds.</param>
    /// <returns>The values.</returns>
    public IReadOnlyList<string> ValuesIn(string value) =>
        IsList ? (value ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [value];

    /// <summary>What is wrong with a value.</summary>
    /// <param name="value">What the field would hold.</param>
    /// <returns>One short clause, <c>the due date is not a date</c>; nothing where the value is as it should be.</returns>
    public string? FaultIn(string value)
    {
        var values = ValuesIn(value);
        if (values.Count > 0 && values.All(Fits))
        {
            return null;
        }

        return IsList ? $"one of the {Label} is not {FieldForms.Noun(Form)}" : $"the {Label} is not {Wanted}";
    }

    private string Wanted => RefersTo is { } type ? $"the id of a {type}" : FieldForms.Noun(Form);

    private bool Fits(string value) =>
        FieldForms.Fits(Form, value) && (RefersTo is null || value.StartsWith(RefersTo + "/", StringComparison.Ordinal));
}
