import type { PortfolioRoute } from '../routes.ts'
import { PortfolioLoansPage } from '../tasks/portfolio/portfolio-loans-page.tsx'
import { PortfolioPage } from '../tasks/portfolio/portfolio-page.tsx'
import { ProvisionPage } from '../tasks/portfolio/provision-page.tsx'

/** How the loans stand as a whole. */
export function PortfolioScreen({ task }: PortfolioRoute) {
  switch (task) {
    case 'portfolio':
      return <PortfolioPage />
    case 'portfolio-loans':
      return <PortfolioLoansPage />
    case 'provision':
      return <ProvisionPage />
  }
}
