# The main functions of the module within a minute, by command name. Test-Package.ps1 runs this suite on the
# installed package, in a PowerShell without other modules; here it runs on the build output.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $path = $env:PSModulePath
    if (-not $env:TRAININGAPIS_INSTALLED) { $env:PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $path }
    Remove-Module TrainingApis -ErrorAction Ignore
    $sandbox = Connect-TrainingSandbox -ProductCount 40 -SessionCount 90 -PassThru
}

AfterAll {
    $env:PSModulePath = $path
    Disconnect-TrainingApi -ErrorAction Ignore
}

Describe 'The module' {
    It 'is found by the name of a command, in the tested copy' {
        (Get-Command Connect-TrainingSandbox).Module.ModuleBase | Should -Be (Get-Item $ModulePath).FullName
    }

    It 'connects the sandbox to all four APIs' {
        ($sandbox.Service | Sort-Object) -join ' ' | Should -Be 'Cegos Loop Resamania Conference'
    }

    It 'has help for every command, and topics' {
        foreach ($command in Get-Command -Module TrainingApis) { (Get-Help $command.Name).Synopsis | Should -Match '^[A-Z][^\[\]]+\.$' -Because $command.Name }
        Get-Help about_TrainingApis | Out-String | Should -Match 'SHORT DESCRIPTION'
    }
}

Describe 'Cegos' {
    It 'exports the catalogue with accents' {
        Get-CegosProduct -Hydrate | Export-Csv "$TestDrive/catalogue.csv" -Encoding utf8BOM
        $rows = Import-Csv "$TestDrive/catalogue.csv"
        $rows | Should -HaveCount 40
        $rows.Title -join '' | Should -Match '[éèàùç]'
    }

    It 'writes a workbook' {
        Export-CegosCatalog "$TestDrive/catalogue.xlsx"
        $zip = [IO.Compression.ZipFile]::OpenRead("$TestDrive/catalogue.xlsx")
        try { $zip.Entries.FullName | Should -Contain 'xl/workbook.xml' } finally { $zip.Dispose() }
    }

    It 'shows a table' {
        Get-CegosProduct -First 3 | Out-String -Width 120 | Should -Match 'YearlyProductCode +CommercialDuration +Price +Title'
    }

    It 'registers from a CSV file, and sends nothing in a second run' {
        1..3 | ForEach-Object { [pscustomobject]@{ ManagerCrmId = 'CON-1'; TraineeCrmId = "CON-$_"; SessionId = 'SES001' } } | Export-Csv "$TestDrive/rows.csv"
        $first = Import-Csv "$TestDrive/rows.csv" | New-CegosRegistration -Journal "$TestDrive/run.jsonl" -ThrottleLimit 2
        $again = Import-Csv "$TestDrive/rows.csv" | New-CegosRegistration -Journal "$TestDrive/run.jsonl"
        $first.RegistrationNumber | Select-Object -Unique | Should -HaveCount 3
        $again.RegistrationNumber | Should -Be $first.RegistrationNumber
        $again.FromJournal | Should -Not -Contain $false
    }

    It 'reports the reason of the vendor' {
        $person = @{ ManagerCrmId = 'CON-1'; TraineeCrmId = 'CON-10' }
        New-CegosRegistration @person -SessionId SES901 -ErrorAction SilentlyContinue -ErrorVariable refused | Should -BeNullOrEmpty
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'Rejected,*'
    }
}

Describe 'The other APIs' {
    It 'read client files of Loop, and preview an offer' {
        $folders = @(Get-LoopFolder)
        $folders.Count | Should -BeGreaterThan 0
        $folders | Select-Object -First 1 | Add-LoopCollaborativeOffer -Offer Consultation -WhatIf | Should -BeNullOrEmpty
    }

    It 'read clubs and contacts of Resamania' {
        @(Get-ResamaniaClub).Count | Should -BeGreaterThan 0
        @(Get-ResamaniaContact -Email 'john+test@email.tld' -Network).Count | Should -BeGreaterThan 0
    }

    It 'read conferences, sessions and registrations' {
        @(Get-Conference | Get-ConferenceSession | Get-ConferenceRegistration).Count | Should -BeGreaterThan 0
    }
}
