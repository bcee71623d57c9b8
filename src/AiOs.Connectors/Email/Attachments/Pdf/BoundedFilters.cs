using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AiOs.Connectors.Email.Attachments.Pdf;

/// <summary>The filters of PdfPig, each within the document's budget.</summary>
internal sealed class BoundedFilters(UnpackBudget budget) : IFilterProvider
{
    private const int LongestChain = 8;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => [.. DefaultFilterProvider.Instance.GetAllFilters().Select(filter => new BoundedFilter(filter, budget))];

    private BoundedFilter[] Bounded(IReadOnlyList<IFilter> filters) => filters.Count > LongestChain
        ? throw new UnreadableAttachmentException("is packed in a way that cannot be bounded, so its text was not read")
        : [.. filters.Select(filter => new BoundedFilter(filter, budget))];
}
