namespace TrainingApis.Cegos;

/// <summary>Represents the page of a product. Every text is HTML and may be missing.</summary>
public sealed class Notice : NestedObject
{
    /// <summary>Gets or sets the heading of the introduction.</summary>
    public string? IntroductionTitle { get; set; }

    /// <summary>Gets or sets the introduction.</summary>
    public string? Introduction { get; set; }

    /// <summary>Gets or sets whom it is for.</summary>
    public string? ForWho { get; set; }

    /// <summary>Gets or sets how to apply.</summary>
    public string? ApplicationProcedure { get; set; }

    /// <summary>Gets or sets what one must know beforehand.</summary>
    public string? Prerequisite { get; set; }

    /// <summary>Gets or sets how remote training works.</summary>
    public string? VisioTrainingProcedure { get; set; }

    /// <summary>Gets or sets what one will be able to do.</summary>
    public string? Objective { get; set; }

    /// <summary>Gets or sets how that is checked.</summary>
    public string? Evaluation { get; set; }

    /// <summary>Gets or sets the programme, in parts.</summary>
    public ProgramContent? ProgramContent { get; set; }

    /// <summary>Gets or sets what participants receive.</summary>
    public string? ParticipantBenefits { get; set; }

    /// <summary>Gets or sets the programme as one text.</summary>
    public string? Program { get; set; }

    /// <summary>Gets or sets what is special about it.</summary>
    public string? Highlights { get; set; }

    /// <summary>Gets or sets more details.</summary>
    public string? MorePrecisely { get; set; }

    /// <summary>Gets or sets the first minute.</summary>
    public string? FirstMinute { get; set; }

    /// <summary>Gets or sets what holds for the CPF.</summary>
    public string? CpfText { get; set; }

    /// <summary>Gets or sets more on the CPF.</summary>
    public string? CpfPopup { get; set; }

    /// <summary>Gets or sets what holds for the RNCP.</summary>
    public string? RncpText { get; set; }

    /// <summary>Gets or sets what results to expect.</summary>
    public string? ExpectedResults { get; set; }

    /// <summary>Gets or sets what the partner adds.</summary>
    public string? TheMostPartnerText { get; set; }

    /// <summary>Gets or sets how it can be paid.</summary>
    public string? Financing { get; set; }

    /// <summary>Gets or sets who helps to pay.</summary>
    public string? FinancingAssistance { get; set; }

    /// <summary>Gets or sets whether the certification is included.</summary>
    public string? CertificationTitleOptionalOrIncluded { get; set; }

    /// <summary>Gets or sets what comes on top.</summary>
    public string? Bonus { get; set; }

    /// <summary>Gets or sets the video.</summary>
    public string? Video { get; set; }

    /// <summary>Gets or sets the programme's image for large screens.</summary>
    public string? ImageProgramDesktop { get; set; }

    /// <summary>Gets or sets the programme's image for small screens.</summary>
    public string? ImageProgramMobile { get; set; }

    /// <summary>Gets or sets the image for social networks.</summary>
    public string? ImageSocialNetworks { get; set; }

    /// <summary>Gets or sets how it is taught.</summary>
    public string? Pedagogy { get; set; }

    /// <summary>The heading of the introduction.</summary>
    public override string ToString() => IntroductionTitle ?? string.Empty;
}

/// <summary>Represents the programme of a training, in parts. Texts are HTML.</summary>
public sealed class ProgramContent : NestedObject
{
    /// <summary>Gets or sets what comes before.</summary>
    public ProgramSection? Before { get; set; }

    /// <summary>Gets or sets the heading of the parts.</summary>
    public string? DuringTitle { get; set; }

    /// <summary>Gets or sets the parts, at most ten.</summary>
    public ItemList<string> Parts { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets what comes after.</summary>
    public ProgramSection? After { get; set; }

    /// <summary>Gets or sets what to prepare beforehand.</summary>
    public string? Upstream { get; set; }

    /// <summary>Gets or sets what follows up.</summary>
    public string? Downstream { get; set; }

    /// <summary>The heading of the parts.</summary>
    public override string ToString() => DuringTitle ?? string.Empty;
}

/// <summary>Represents what comes before or after a training.</summary>
public sealed class ProgramSection : NestedObject
{
    /// <summary>Gets or sets the heading.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the text, HTML.</summary>
    public string? Text { get; set; }

    /// <summary>The heading.</summary>
    public override string ToString() => Title ?? string.Empty;
}
